import { CampaignActions, CampaignKit, SecondPassDialog } from '@campaign-kit/widgets/react';
import { useState } from 'react';
import { fetchSession, type Host } from '../host.ts';

/** React 18 sets no properties on elements and hears none of their events: the components do it. */
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
                    className="menu"
                    onCkActionSuccess={({ action, operation }) => setDone([...done, `${action} ${operation.done}`])}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <SecondPassDialog campaignId={marking ?? 0} open={marking !== null} onCkClose={() => setMarking(null)} />
      <p role="status">{done.join(', ')}</p>
    </CampaignKit>
  );
}
