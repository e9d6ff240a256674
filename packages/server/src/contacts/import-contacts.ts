import type { StartImport } from '@campaign-kit/shared/contact-import';
import type { DescribedOperation } from '../operations/describe-operations.ts';
import type { World } from '../world.ts';
import type { ByteSource } from './open-csv.ts';
import { startImport, type Importer } from './start-import.ts';
import { uploadImport } from './upload-import.ts';

type ImportContacts = Importer & StartImport & { readonly source: ByteSource };

/** Starts an import and uploads its file, for callers that have both at once. With a request key it goes on after a break. */
export async function importContacts(
  world: World,
  { organizationId, userId, source, ...input }: ImportContacts,
): Promise<DescribedOperation> {
  const { id: operationId } = await startImport(world, { organizationId, userId }, input);
  return uploadImport(world, { organizationId, operationId, source });
}
