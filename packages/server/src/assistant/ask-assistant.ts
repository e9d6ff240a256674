import { desc, eq } from 'drizzle-orm';
import type { Campaign } from '../campaigns/campaign.ts';
import type { ConversationRow } from '../conversations/conversation-of.ts';
import { messages } from '../db/schema/conversations.ts';
import { organizations } from '../db/schema/organizations.ts';
import { contactOf, fieldsOf, firstNameOf } from '../messages/script-for.ts';
import type { World } from '../world.ts';
import type { Assistant, AssistantAnswer, AssistantMessage } from './assistant.ts';
import { rulesAssistant } from './rules-assistant.ts';
import { webhookAssistant } from './webhook-assistant.ts';

const told = 50;

/** Asks whoever answers for this campaign: its own rules, else the host's assistant; where there is neither, a person. */
export async function askAssistant(
  world: World,
  conversation: ConversationRow,
  campaign: Campaign,
): Promise<AssistantAnswer> {
  const assistant = await assistantOf(world, campaign);
  if (!assistant) return { handOver: true };
  const { read } = world.db;
  const newest = await read
    .select()
    .from(messages)
    .where(eq(messages.conversationId, conversation.id))
    .orderBy(desc(messages.id))
    .limit(told);
  const contact = await contactOf(read, conversation);
  return assistant({
    organizationId: campaign.organizationId,
    campaign: { id: campaign.id, title: campaign.title },
    conversation: { id: conversation.id, phone: `+${conversation.phone}` },
    contact: fieldsOf(contact, await firstNameOf(read, campaign.autoSendBy)),
    messages: newest.reverse().map(described),
  });
}

async function assistantOf(
  { db, now, privateNetworks = false }: World,
  { organizationId, assistantRules }: Campaign,
): Promise<Assistant | null> {
  if (assistantRules && assistantRules.length > 0) return rulesAssistant(assistantRules);
  const [organization] = await db.read
    .select({ url: organizations.assistantUrl, secret: organizations.assistantSecret })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  const { url, secret } = organization ?? {};
  return url && secret ? webhookAssistant({ url, secret, privateNetworks, now }) : null;
}

function described({
  id,
  inbound,
  assistant,
  initialOfPass,
  text,
  media,
  createdAt,
}: typeof messages.$inferSelect): AssistantMessage {
  const from = inbound ? 'contact' : assistant ? 'assistant' : initialOfPass !== null ? 'campaign' : 'agent';
  return { id, from, text, media: media ?? [], at: new Date(createdAt).toISOString() };
}
