import { bad, type Finding } from './finding.ts';
import { near } from './near.ts';
import { tags, type Placed } from './placed.ts';

const needCampaign = ['campaign-actions', 'second-pass-dialog'];
const ofAnyElement =
  /^(id|class|style|slot|part|exportparts|lang|dir|hidden|title|tabindex|role|is|inert|popover|autofocus|nonce|translate|density|(aria|data|on)\b.*|.*[:@._#[(].*)$/;

/** What can be seen on the page itself: tags and attributes that are mistyped, missing, or in the wrong place. */
export function checkPage(root: ParentNode, placed: readonly Placed[]): Finding[] {
  const unlike = [...root.querySelectorAll('*')].map(({ localName }) => localName).filter(isMistyped);
  const tagFindings = [...new Set(unlike)].map(name => {
    const meant = near(name, tags);
    return bad(`There is no element <${name}>.`, `It is called <${meant}>.`, `<${meant}>…</${meant}>`);
  });
  const findings = placed.flatMap(element => {
    if (!customElements.get(element.localName)) return [undefinedFinding(element)];
    const mistyped = attributeFindings(element);
    if (mistyped.length > 0) return mistyped;
    return element.localName === 'campaign-kit' ? kitFindings(element) : elementFindings(element);
  });
  return [...tagFindings, ...new Map(findings.map(finding => [finding.what, finding])).values()];
}

const isMistyped = (name: string) =>
  name.includes('-') && !tags.includes(name) && !customElements.get(name) && near(name, tags) !== null;

function undefinedFinding(element: Placed): Finding {
  const { localName } = element;
  const what = `<${localName}> is on the page, but its code is not.`;
  if (element.getRootNode() instanceof ShadowRoot && Symbol.for('campaign-kit') in window) {
    return bad(what, 'Boot does not look into shadow roots: hand them over.', 'load(host.shadowRoot)');
  }
  return bad(
    what,
    'Load the script, or import the element.',
    Symbol.for('campaign-kit') in window
      ? `import '@campaign-kit/widgets/define/${localName}';`
      : `<script type="module" src="https://texting.example/kit/v1/boot.js"></script>`,
  );
}

function attributeFindings(element: Placed): Finding[] {
  const { observedAttributes: known = [] } = customElements.get(element.localName) as unknown as {
    observedAttributes?: string[];
  };
  return [...element.attributes]
    .filter(({ name }) => !known.includes(name) && !ofAnyElement.test(name))
    .flatMap(({ name, value }) => {
      const meant = near(name, known);
      if (!meant || element.hasAttribute(meant)) return [];
      return bad(
        `<${element.localName}> has no attribute ${name}.`,
        `It is called ${meant}.`,
        `<${element.localName} ${meant}="${value}">`,
      );
    });
}

function kitFindings(element: Placed): Finding[] {
  if (!element.endpoint) {
    return [
      bad(
        '<campaign-kit> has no endpoint.',
        'Say where the Campaign Kit server is.',
        '<campaign-kit endpoint="https://texting.example" …>',
      ),
    ];
  }
  if (element.sessionUrl || element.fetchSession) return [];
  return [
    bad(
      '<campaign-kit> has no way to a session.',
      'Name the address of the host’s server that gives a token.',
      '<campaign-kit session-url="/crm/texting-session" …>',
    ),
  ];
}

function elementFindings(element: Placed): Finding[] {
  const { localName } = element;
  const findings: Finding[] = [];
  if (needCampaign.includes(localName) && !(Number(element.campaignId) > 0)) {
    const given = element.getAttribute('campaign-id');
    findings.push(
      bad(
        given
          ? `<${localName}> has the campaign-id "${given}", which is no number.`
          : `<${localName}> has no campaign-id.`,
        'Give the number of a campaign.',
        `<${localName} campaign-id="42">`,
      ),
    );
  }
  if (!element.kit && !element.closest('campaign-kit')) {
    findings.push(
      bad(
        `<${localName}> stands outside of <campaign-kit>.`,
        'Put it inside, or attach a kit.',
        `<campaign-kit endpoint="…" session-url="…"><${localName}></${localName}></campaign-kit>`,
      ),
    );
  }
  return findings;
}
