const list = (words: string) => words.trim().split(/\s+/);

/** Names of made-up people, from many places. */
export const names = {
  first: list(`
    Aaliyah Abdi Abena Adam Adaeze Aiko Ahmed Alejandra Alice Amara Amir Ana Andre Angela Anh Anika Anthony Arjun
    Asha Astrid Ayesha Beatriz Ben Bianca Brandon Bridget Caleb Camila Carlos Carmen Chen Chidi Chloe Clara Claudia
    Connor Cristina Daniel Daria David Deepa Denise Derek Diego Dmitri Elena Eli Elif Emma Emmanuel Erik Esther
    Fatima Felix Fiona Francisco Gabriel Gloria Grace Guadalupe Hana Hannah Hassan Helen Henry Hiroshi Hugo Ibrahim
    Imani Ines Ingrid Isaac Isabel Ivan Jada Jamal James Jasmine Javier Jin Joanna Joel Jorge Joseph Juan Julia
    Kamala Karim Katarina Keisha Kenji Kevin Khadija Kofi Kwame Lakshmi Latoya Laura Leah Leila Leo Liam Ling Lucia
    Luis Magda Mai Malik Manuel Marcus Maria Mariam Mateo Maya Mei Michael Miguel Min Mohamed Monica Nadia Naomi
    Natasha Ngozi Nia Nicole Nina Noor Nora Olga Oliver Omar Oscar Patrick Paula Priya Rachel Rafael Rahul Ramona
    Raquel Rebecca Ricardo Rosa Ruth Sabrina Salma Samuel Sandra Sanjay Sarah Sean Selam Sofia Stefan Sunita Svetlana
    Tamika Tariq Teresa Thanh Thomas Tomas Tunde Valentina Vanessa Victor Vikram Wanda Wei William Ximena Yara
    Yolanda Yuki Yusuf Zahra Zainab Zoe`),
  last: list(`
    Abdullah Abebe Acosta Adeyemi Aguilar Ahmed Ali Alvarez Andersen Appiah Bailey Baker Banerjee Barnes Becker Bell
    Bennett Berg Bianchi Bose Boateng Brooks Brown Bui Campbell Carter Castillo Chan Chaudhry Chavez Chen Cho Choi
    Clark Cohen Coleman Collins Contreras Cook Cooper Cruz Dang Das Davis Delgado Desai Diallo Diaz Diop Do Dominguez
    Edwards Eriksen Espinoza Evans Farah Fernandez Fischer Flores Foster Fox Garcia Garza Gebre Gomez Gonzalez Grant
    Green Gupta Gutierrez Hall Hansen Harris Hassan Hayes Hernandez Hill Ho Hossain Huang Hughes Hussein Huynh Ibarra
    Ito Iyer Jackson Jensen Jimenez Johansson Johnson Jones Joshi Juarez Kamara Kaur Keita Kelly Khan Kim King Kowalski
    Kumar Lam Larsen Le Lee Levy Lewis Li Lim Lin Liu Lopez Ly Malik Martin Martinez Mbeki Medina Mehta Mendoza Mensah
    Miller Mitchell Mohamed Molina Moore Morales Moreno Morgan Mukherjee Murphy Murray Nakamura Navarro Nelson Nguyen
    Novak Nwosu Obi Ochoa Okafor Olsen Omar Ortega Ortiz Osei Owens Park Parker Patel Perez Petrov Pham Phillips Popov
    Powell Price Qureshi Rahman Ramirez Ramos Rao Reed Reyes Richardson Rivera Roberts Robinson Rodriguez Rojas Romero
    Rossi Ruiz Russo Saito Salazar Sanchez Santiago Santos Schmidt Scott Shah Sharma Silva Simmons Singh Smith Sokolov
    Soto Stewart Suarez Suzuki Tadesse Tanaka Taylor Thomas Thompson Torres Tran Turner Valdez Vargas Vasquez Vega
    Wagner Walker Wang Ward Washington Watson Weber White Williams Wilson Wong Wright Wu Yamamoto Yang Yilmaz Young Zhang
    Zhou Zimmerman`),
} as const;
