import { raw } from 'hono/html';

/** A make-believe host and how it fits the elements in: `hosts/<name>.css` is its own, `kit/<name>.css` its lines for us. */
export type Look = {
  name: string;
  title: string;
  says: string;
  heading: string;
  /** An attribute of each element. */
  density: ReturnType<typeof raw> | '';
};

const comfortable = raw('density="comfortable"');

export const looks: readonly Look[] = [
  {
    ...{ name: 'bootstrap', title: 'Bootstrap', heading: 'Campaigns', density: '' },
    says: 'A host with a design system hands its own variables on. When the system changes, the elements follow.',
  },
  {
    ...{ name: 'dense', title: 'Dark and dense', heading: 'OPS / TEXTING', density: '' },
    says: 'An operations screen: dark at all times, small type, close lines, sharp corners, no movement.',
  },
  {
    ...{ name: 'large', title: 'Large type', heading: 'Our campaigns', density: comfortable },
    says: 'Twenty pixels and controls for fingers. Sizes are set once; everything inside grows with them.',
  },
  {
    ...{ name: 'brand', title: 'A brand', heading: 'The Orchard Society', density: '' },
    says: 'A serif, round corners, colors of its own. Parts reach what tokens do not.',
  },
  {
    ...{ name: 'contrast', title: 'Forced colors', heading: 'Campaigns', density: '' },
    says: 'Where the reader’s system forces colors, the elements use them by themselves and there is nothing to write. This host asks for system colors at all times, to show what that is like.',
  },
];
