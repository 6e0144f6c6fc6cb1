/** Heads of state and government whom articles often name by surname alone, without an office. */
export const KNOWN_SURNAMES: ReadonlySet<string> = new Set(
  "Putin Medvedev Lavrov Assad Erdogan Erdoğan Netanyahu Zelenskyy Zelensky Zelenskiy Lukashenko Merkel Scholz Macron Sarkozy Hollande Obama Biden Trump Modi Abe Kishida Maduro Lula Bolsonaro Erdoǧan Gaddafi Qaddafi Orban Orbán Berlusconi Sisi Rouhani Khamenei Nazarbayev Tokayev Aliyev Pashinyan".split(
    " ",
  ),
);
