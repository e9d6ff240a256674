/** What the phones write beyond the replies that the demo's seed has. Texts of our own. */
export const ownWords = {
  emoji: ['👍', '❤️❤️', '🙏🏽', '😂', '👍🏿 👏🏿', '🤷‍♀️', '✅', '🎉🎉🎉', '😡', '🇲🇽💪🏽'],
  long: [
    'Hi, thanks for writing. I have been meaning to come to one of these for a while, but with two kids at home and my shifts at the hospital changing every week it never works out. If there is something on a weekday morning, or something that I can do from home like calls or letters, I would be glad to help. My sister Denise might want to come too, she just moved into the building on the corner. Can you tell me who to talk to about that?',
    'Before I say yes I would like to know a few things. Who pays for this? Who else is coming? Last year somebody promised us that the crossing at the school would be fixed by the summer and nobody ever came back to tell us what happened. I am not against it, I just want to hear a straight answer. You can call me after six, never on Sundays.',
    'Ok so I talked to my neighbors 🏘️ and there are seven of us: me, Luis, Ana, Mrs. Okafor from 3B, both of the Patel brothers and my mother, who needs a chair with a back. We can bring food 🥘. What we cannot do is the parking because the lot is closed until the 14th. Is there a bus? Also — does the room have an elevator? Thanks!!',
  ],
  freeOptOut: [
    'please stop texting me',
    'Take me off your list',
    'remove me please',
    'Do not contact me again',
    'I never signed up for this, stop it',
    'Leave me alone',
    'no more texts thank you',
    'lose my number',
    'STOP.',
    'Stop please',
  ],
  help: ['HELP', 'Help', 'INFO'],
  picture: ['Already put the sign up!', '', 'This is what it looks like on our street'],
  again: ['Ok', 'Thanks!', 'Sounds good', 'And where is it?', 'ok 👍', 'See you then', 'Who is this again?', 'Got it'],
} as const;
