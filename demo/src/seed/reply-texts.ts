/** What a contact may answer with; the kind decides how the conversation goes on. */
export type ReplyKind = 'yes' | 'no' | 'question' | 'thanks' | 'later' | 'wrongNumber' | 'upset' | 'stop';

/** Texts of our own: what contacts write, and what a texter answers to it. */
export type ReplyTexts = Record<ReplyKind, { said: readonly string[]; answered: readonly string[] }>;

export const englishReplies: ReplyTexts = {
  yes: {
    said: [
      'Yes',
      'yes!',
      'Yep, count me in',
      'Yes I will be there',
      'sure',
      'Absolutely. Bringing my sister too',
      'Ok sounds good 👍',
      'Yes, already did!',
      'I can do Saturday morning',
      'Of course, wouldn’t miss it',
      'Y',
      'Yes. My whole household is going',
      'Im in',
      'Yeah what time should I come',
      'Definitely, put me down for two',
    ],
    answered: [
      'Wonderful, thank you! I’ll put you down.',
      'Great to hear. Do you know where to go, or should I send the address?',
      'Thank you! Bring a neighbor if you can.',
      'Perfect, see you there. You’ll get one reminder the day before.',
    ],
  },
  no: {
    said: [
      'No',
      'No thanks',
      'not this time',
      'Sorry I work weekends',
      'Can’t make it, my mother is in the hospital',
      'Not interested',
      'no, I moved away last spring',
      'Nope',
      'We will be out of town',
      'Sorry, no ride',
    ],
    answered: [
      'No problem, thanks for letting me know.',
      'Thanks for answering. Take care!',
      'Understood. We can help with a ride if that changes anything.',
    ],
  },
  question: {
    said: [
      'Who is this?',
      'What time does it start?',
      'Where do I go?',
      'Is there parking?',
      'Can I bring my kids?',
      'How did you get my number',
      'Do I need to bring ID?',
      'is this a real person?',
      'Is it wheelchair accessible?',
      'What do you mean by that',
      'Which side are you all on',
      'Do you have this in Spanish?',
      'What’s the address again?',
      'Can I do it by mail?',
      'is childcare provided',
    ],
    answered: [
      'A real person, a volunteer with Northside Organizing. Happy to help!',
      'Good question: doors open at 10, and it ends by noon.',
      'Yes, and there is a ramp at the side entrance on Alder Street.',
      'Kids are very welcome, there is a play corner.',
      'You signed our list at the block party. I can take you off if you like.',
    ],
  },
  thanks: {
    said: [
      'Thanks for the reminder',
      'Thank you for doing this!',
      'Thx',
      'God bless you all',
      'Appreciate it 🙏',
      'thanks, already got the email',
      'Good work, keep it up',
    ],
    answered: ['Thank you, that means a lot.', 'Glad to hear it. Have a good day!'],
  },
  later: {
    said: [
      'Driving, text me later',
      'Maybe. Ask me next week',
      'Not sure yet',
      'I have to check with my husband',
      'Can you call me tomorrow after 5?',
      'let me think about it',
      'Depends on my shift',
    ],
    answered: ['Of course, I’ll check back in a few days.', 'No rush. Write here whenever you know.'],
  },
  wrongNumber: {
    said: [
      'Wrong number',
      'You have the wrong person',
      'This isn’t {firstName}',
      'new phone who dis',
      'I don’t know any {firstName}',
      '{firstName} doesn’t have this number any more',
    ],
    answered: ['Sorry about that! I’ll take this number off the list.'],
  },
  upset: {
    said: [
      'This is the third text today. Who is in charge there?',
      'I want to speak to your manager',
      'I am reporting this number to the attorney general',
      'My landlord just gave me a notice because of you people. I need help',
      'Someone came to my door last night saying they were from you. Call me',
    ],
    answered: ['I’m sorry. I’m passing this on to our staff, who will write to you today.'],
  },
  stop: { said: ['STOP', 'Stop', 'stop.', 'STOP', 'Unsubscribe', 'STOPALL', 'END', 'Cancel'], answered: [] },
};

export const spanishReplies: ReplyTexts = {
  yes: {
    said: [
      'Sí',
      'Si',
      'Claro que sí',
      'Sí, con gusto',
      'Cuente conmigo',
      'Sí, somos cuatro en la casa',
      'Está bien 👍',
    ],
    answered: ['¡Muchas gracias! La anoto.', 'Gracias. ¿Le mando la dirección?', 'Perfecto, ahí nos vemos.'],
  },
  no: {
    said: ['No', 'No gracias', 'No puedo, trabajo ese día', 'Ya no vivo en el barrio', 'Ahorita no'],
    answered: ['Entiendo, gracias por avisar.', 'No hay problema. ¡Cuídese!'],
  },
  question: {
    said: [
      '¿Quién es?',
      '¿A qué hora empieza?',
      '¿De dónde sacaron mi número?',
      '¿Es gratis?',
      '¿Puedo llevar a mis hijos?',
      '¿Dónde queda la oficina?',
      'Y eso para qué es',
    ],
    answered: [
      'Soy una voluntaria de Northside Organizing. ¿En qué le ayudo?',
      'Es gratis y los niños son bienvenidos.',
      'Empieza a las 6 en la biblioteca de la calle Alder.',
    ],
  },
  thanks: {
    said: ['Gracias', 'Muchas gracias por avisar', 'Dios los bendiga 🙏', 'Gracias, muy amable'],
    answered: ['A usted, que tenga buen día.'],
  },
  later: {
    said: ['Voy manejando', 'Tengo que preguntarle a mi esposo', 'Tal vez, le aviso', 'Llámeme mañana'],
    answered: ['Claro, le escribo en unos días.'],
  },
  wrongNumber: {
    said: ['Número equivocado', 'No conozco a {firstName}', 'Este ya no es el número de {firstName}'],
    answered: ['Disculpe la molestia. Quito este número de la lista.'],
  },
  upset: {
    said: ['Ya no me molesten, voy a llamar a un abogado', 'Me van a desalojar el viernes, necesito ayuda urgente'],
    answered: ['Lo siento mucho. Alguien del equipo le escribe hoy mismo.'],
  },
  stop: { said: ['STOP', 'Stop', 'stop', 'STOP.', 'CANCEL'], answered: [] },
};
