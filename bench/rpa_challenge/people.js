// Ten people who do not exist.
window.people = [
  {"First Name": "Alma", "Last Name": "Thornbury", "Company Name": "Wexcombe Tiles", "Role in Company": "Buyer", "Address": "4 Millpond Lane", "Email": "alma@wexcombe.example", "Phone Number": "40716925108"},
  {"First Name": "Bruno", "Last Name": "Castellvi", "Company Name": "Larch & Ferry", "Role in Company": "Accountant", "Address": "118 Quarry Road", "Email": "b.castellvi@larchferry.example", "Phone Number": "40331876452"},
  {"First Name": "Chidi", "Last Name": "Okonma", "Company Name": "Sable Optics", "Role in Company": "Engineer", "Address": "27 Cedar Terrace", "Email": "chidi.okonma@sable.example", "Phone Number": "40589214036"},
  {"First Name": "Dagny", "Last Name": "Hallström", "Company Name": "Norrvik Paper", "Role in Company": "Head of Sales", "Address": "9 Harbour Steps", "Email": "dagny@norrvik.example", "Phone Number": "40294471183"},
  {"First Name": "Emre", "Last Name": "Yaltır", "Company Name": "Poyraz Logistics", "Role in Company": "Planner", "Address": "350 Viaduct Street", "Email": "emre@poyraz.example", "Phone Number": "40752038649"},
  {"First Name": "Fumiko", "Last Name": "Arakida", "Company Name": "Kestrel Seeds", "Role in Company": "Agronomist", "Address": "61 Orchard Hill", "Email": "fumiko.arakida@kestrel.example", "Phone Number": "40413590277"},
  {"First Name": "Gwen", "Last Name": "Penrhiw", "Company Name": "Slatemoor Bank", "Role in Company": "Teller", "Address": "2 Chapel Square", "Email": "gwen@slatemoor.example", "Phone Number": "40668172394"},
  {"First Name": "Hugo", "Last Name": "Brandão", "Company Name": "Maré Alta Foods", "Role in Company": "Chef", "Address": "77 Lighthouse Way", "Email": "hugo.brandao@marealta.example", "Phone Number": "40185569720"},
  {"First Name": "Ines", "Last Name": "van der Kolk", "Company Name": "Delta Nine Pumps", "Role in Company": "Technician", "Address": "1405 Polder Avenue", "Email": "ines@deltanine.example", "Phone Number": "40927346815"},
  {"First Name": "Jarek", "Last Name": "Szczygło", "Company Name": "Amber Coast Hotels", "Role in Company": "Night Porter", "Address": "33 Dune Crescent", "Email": "jarek@ambercoast.example", "Phone Number": "40370619548"}
];
