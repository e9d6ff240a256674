import { CampaignActions, CampaignKit } from '@campaign-kit/widgets/react';
import { useState } from 'react';
import { fetchSession, type Host } from '../host.ts';

/**
 * React 19 knows elements: a tag in JSX takes properties and `onck-…` for its events. Not so while the element is not yet
 * defined, nor for what the server wrote (React leaves that without both): there the components stand in.
 */
export function App({ endpoint, campaigns }: Host) {
  const [done, setDone] = useState<string[]>([]);
  const [marking, setMarking] = useState<number | null>(null);
  const [shown, setShown] = useState(true);

  return (
    <CampaignKit endpoint={endpoint} fetchSession={fetchSession} timeZone="America/New_York">
      <p>
        <button onClick={() => setShown(!shown)}>{shown ? 'Hide' : 'Show'}</button>
      </p>
      {shown && (
        <table>
          <tbody>
            {campaigns.map(({ id, title }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td>
                  <button onClick={() => setMarking(id)}>Second pass</button>
                </td>
                <td>
                  <CampaignActions
                    campaignId={id}
                    onCkActionSuccess={({ action, operation }) => setDone([...done, `${action} ${operation.done}`])}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {marking !== null && <second-pass-dialog campaign-id={marking} open onck-close={() => setMarking(null)} />}
      <p role="status">{done.join(', ')}</p>
    </CampaignKit>
  );
}
