import { expect, test } from 'vitest';
import { readTwiml } from './twiml.ts';

const plain = (body: string) => [{ body, mediaUrls: [] }];

for (const [what, document, read] of [
  ['an empty response', '<Response/>', []],
  ['a response with a prologue', '<?xml version="1.0" encoding="UTF-8"?>\n<Response></Response>\n', []],
  ['a message', '<Response><Message>Hi</Message></Response>', plain('Hi')],
  [
    'a message with a body',
    '<Response><Message><Body>Hi &#x1F44D; &lt;3</Body></Message></Response>',
    plain('Hi 👍 <3'),
  ],
  [
    'two messages',
    '<Response><Message>a</Message><!-- and --><Message>b</Message></Response>',
    [...plain('a'), ...plain('b')],
  ],
  [
    'a message to somebody else with a picture',
    '<Response><Message to="+13125550142" from=\'+12125550100\'><Media>https://x.example/a.png</Media>Hi</Message></Response>',
    [{ body: 'Hi', mediaUrls: ['https://x.example/a.png'], to: '+13125550142', from: '+12125550100' }],
  ],
  ['another verb', '<Response><Redirect>https://x.example</Redirect></Response>', []],
  ['no XML', 'OK', null],
  ['another document', '<html></html>', null],
  ['tags that cross', '<Response><Message>Hi</Response></Message>', null],
  ['a tag that stays open', '<Response><Message>Hi', null],
  ['two roots', '<Response/><Response/>', null],
  ['an attribute without quotes', '<Response><Message to=+1>Hi</Message></Response>', null],
] as const) {
  test(`TwiML: ${what} is read as ${JSON.stringify(read)}`, () => {
    expect(readTwiml(document)).toEqual(read);
  });
}
