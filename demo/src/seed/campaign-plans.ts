import { englishReplies, spanishReplies, type ReplyTexts } from './reply-texts.ts';

/** How far one campaign has come. Days are counted back from now; shares are of all its conversations. */
export type CampaignPlan = {
  title: string;
  office: string;
  tags: readonly string[];
  /** One for each pass. */
  scripts: readonly string[];
  replies: ReplyTexts;
  /** A stretch of the made-up people; where two campaigns overlap, the same person is on both. */
  people: { from: number; count: number };
  createdDaysAgo: number;
  launchedDaysAgo: number | null;
  archivedDaysAgo?: number;
  dueInDays: number | null;
  autoAssign: boolean;
  /** Texts at any hour: so that the demo shows a day whenever it is looked at. */
  allDay?: boolean;
  autoReleaseMinutes?: number;
  sent: number;
  /** Over how many days after the launch the initial messages went out. */
  sendingDays: number;
  replied: number;
  answered: number;
  /** Share of the blocks that no texter holds. */
  inPool: number;
  secondPass?: { markedDaysAgo: number; sent: number; replied: number };
};

const english = {
  replies: englishReplies,
  dueInDays: null,
  autoAssign: true,
  inPool: 0.06,
  answered: 0.93,
  replied: 0.22,
};

/** The campaigns of the demo, oldest first. */
export const campaignPlans: readonly CampaignPlan[] = [
  {
    ...english,
    title: 'Winter Coat Drive: Thank You',
    office: 'Northside HQ',
    tags: ['Community'],
    scripts: [
      'Hi {firstName}, {texterFirstName} from Northside. 1,140 coats found a home this winter. Thank you for yours! Would you help again next year? Stop2quit',
    ],
    people: { from: 120_000, count: 6_200 },
    createdDaysAgo: 62,
    launchedDaysAgo: 60,
    archivedDaysAgo: 38,
    autoAssign: false,
    sent: 1,
    sendingDays: 3,
    replied: 0.31,
    answered: 0.97,
    inPool: 0,
  },
  {
    ...english,
    title: 'Voter Registration Deadline P1',
    office: 'Westgate',
    tags: ['Voters'],
    scripts: [
      "Hi {firstName}, it's {texterFirstName} with Northside Organizing. The deadline to register to vote is near. Are you registered at your current address? Stop2quit",
    ],
    people: { from: 88_000, count: 12_400 },
    createdDaysAgo: 19,
    launchedDaysAgo: 17,
    dueInDays: -2,
    sent: 0.85,
    sendingDays: 9,
  },
  {
    ...english,
    title: 'Northside Neighbors: Get Out the Vote P2',
    office: 'Northside HQ',
    tags: ['Voters', 'GOTV'],
    scripts: [
      'Hi {firstName}, this is {texterFirstName}, a volunteer with Northside Neighbors. Early voting starts soon. Can we count on you to vote this year? Stop2quit',
      'Hi {firstName}, Northside Neighbors again. Early voting is open, and lines are short in the morning. Do you have a plan to vote? Stop2quit',
    ],
    people: { from: 0, count: 100_000 },
    createdDaysAgo: 13,
    launchedDaysAgo: 12,
    dueInDays: 9,
    sent: 1,
    sendingDays: 6,
    replied: 0.16,
    answered: 0.955,
    secondPass: { markedDaysAgo: 2, sent: 0.5, replied: 0.05 },
  },
  {
    ...english,
    title: 'Saturday Canvass: Volunteer Shifts',
    office: 'Lakeview',
    tags: ['Volunteers'],
    scripts: [
      'Hi {firstName}! {texterFirstName} from the Lakeview office. We knock doors this Saturday, 10 to 1. Can you take a shift with us? Stop2quit',
    ],
    people: { from: 61_500, count: 4_200 },
    createdDaysAgo: 8,
    launchedDaysAgo: 7,
    dueInDays: 5,
    autoAssign: false,
    sent: 1,
    sendingDays: 2,
    replied: 0.38,
    answered: 0.48,
    inPool: 0.03,
  },
  {
    ...english,
    title: 'Encuesta de vivienda: vecinos de Northside P1',
    office: 'Riverside',
    tags: ['Housing', 'Español'],
    scripts: [
      'Hola {firstName}, soy {texterFirstName} de Northside Organizing. Preguntamos a los vecinos por la renta y las reparaciones. ¿Tiene dos minutos? Stop2quit',
    ],
    replies: spanishReplies,
    people: { from: 104_000, count: 8_600 },
    createdDaysAgo: 6,
    launchedDaysAgo: 5,
    dueInDays: 14,
    sent: 0.78,
    sendingDays: 4,
    replied: 0.27,
    answered: 0.9,
  },
  {
    ...english,
    title:
      'Riverside and Lakeview Tenants’ Association: Know-Your-Rights Workshops, Follow-Up with Everyone Who Signed the Petition on Heating, Repairs and Rent Increases at the Spring Block Parties',
    office: 'Riverside',
    tags: ['Housing'],
    scripts: [
      "Hi {firstName}, {texterFirstName} from the Tenants' Association. You signed our petition. A free know-your-rights workshop is on the 24th. Shall I save you a seat? Stop2quit",
    ],
    people: { from: 116_500, count: 3_150 },
    createdDaysAgo: 5,
    launchedDaysAgo: 4,
    dueInDays: 6,
    sent: 0.94,
    sendingDays: 3,
    autoReleaseMinutes: 120,
  },
  {
    ...english,
    title: 'Transit Riders Pledge P1',
    office: 'Northside HQ',
    tags: ['Transit'],
    scripts: [
      'Hi {firstName}, {texterFirstName} here for the Transit Riders. The council votes on night buses soon. Will you add your name to the pledge? Stop2quit',
    ],
    people: { from: 126_000, count: 15_000 },
    createdDaysAgo: 5,
    launchedDaysAgo: 4,
    dueInDays: 20,
    sent: 1,
    sendingDays: 3,
    replied: 0.19,
    answered: 0.94,
  },
  {
    ...english,
    title: 'School Board Town Hall',
    office: 'Lakeview',
    tags: ['Schools', 'Voters'],
    scripts: [
      "Hi {firstName}, it's {texterFirstName} with Northside Organizing. Meet the school board candidates this Thursday at 6, Lakeview Library. Can you make it? Stop2quit",
    ],
    people: { from: 30_000, count: 18_250 },
    createdDaysAgo: 2,
    launchedDaysAgo: 0.1,
    dueInDays: 4,
    allDay: true,
    sent: 0,
    sendingDays: 1,
    inPool: 0.3,
  },
  {
    ...english,
    title: 'Test Send: Staff Phone',
    office: 'Northside HQ',
    tags: [],
    scripts: ['Hi {firstName}, a test of the new number by {texterFirstName}. Did it arrive?'],
    people: { from: 141_500, count: 1 },
    createdDaysAgo: 2,
    launchedDaysAgo: 2,
    sent: 1,
    sendingDays: 1,
    replied: 0,
    inPool: 0,
  },
  {
    ...english,
    title: 'Precinct Captains Check-In',
    office: 'Westgate',
    tags: ['Volunteers'],
    scripts: ['Hi {firstName}, {texterFirstName} checking in. How is your precinct doing?'],
    people: { from: 142_000, count: 0 },
    createdDaysAgo: 1,
    launchedDaysAgo: 1,
    dueInDays: 30,
    autoAssign: false,
    sent: 0,
    sendingDays: 1,
  },
  {
    ...english,
    title: 'Summer Block Party Invitations',
    office: 'Riverside',
    tags: ['Community'],
    scripts: [
      'Hi {firstName}! {texterFirstName} from Northside. The Alder Street block party is on the 12th, from noon. Music, grill, bouncy castle. Will you come by? Stop2quit',
    ],
    people: { from: 143_000, count: 2_480 },
    createdDaysAgo: 1,
    launchedDaysAgo: null,
    dueInDays: 25,
    autoAssign: false,
    sent: 0,
    sendingDays: 1,
    inPool: 1,
  },
];
