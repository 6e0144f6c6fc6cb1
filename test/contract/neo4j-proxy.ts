import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Bolt's COMMIT message in its chunk: two bytes, structure 0x12 without fields, end of message. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

/** A line to Neo4j that can be cut, held and mended, as networks and servers do. */
export interface Proxy {
  readonly uri: string;
  /** Breaks all connections and refuses new ones until `mend`. */
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
  /** Bytes from the server stop arriving, as when it is stopped by SIGSTOP, until `release`. */
  readonly hold: () => void;
  readonly release: () => void;
  /** Lets the next COMMIT reach the server, but breaks the connection instead of bringing the answer. */
  readonly loseNextCommitAnswer: () => void;
  readonly lostAnswers: () => number;
  readonly close: () => Promise<void>;
}

/** Long enough for the server to commit what has reached it. */
const COMMIT_TIME_MS = 500;

export async function openProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target.replace(/^\w+(\+\w+)?:/, "http:"));
  const lines = new Set<{ readonly client: Socket; readonly server: Socket }>();
  let held = false;
  let losesNext = false;
  let lost = 0;

  const listener = createServer((client) => {
    const server = connect(Number(port), hostname);
    const line = { client, server };
    lines.add(line);
    let answersLost = false;
    const end = () => {
      lines.delete(line);
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) socket.on("error", end).on("close", end);
    client.on("data", (bytes: Buffer) => {
      if (losesNext && bytes.includes(COMMIT)) {
        losesNext = false;
        answersLost = true;
        lost++;
        setTimeout(end, COMMIT_TIME_MS);
      }
      server.write(bytes);
    });
    server.on("data", (bytes: Buffer) => {
      if (!answersLost) client.write(bytes);
    });
    if (held) server.pause();
  });
  const listen = async (at: number) => {
    listener.listen(at, "127.0.0.1");
    await once(listener, "listening");
  };
  await listen(0);
  const { port: ownPort } = listener.address() as AddressInfo;
  const cut = async () => {
    const closed = once(listener, "close");
    listener.close();
    for (const { client, server } of lines) {
      client.destroy();
      server.destroy();
    }
    await closed;
  };
  return {
    uri: `bolt://127.0.0.1:${ownPort}`,
    cut,
    mend: () => listen(ownPort),
    hold: () => {
      held = true;
      for (const { server } of lines) server.pause();
    },
    release: () => {
      held = false;
      for (const { server } of lines) server.resume();
    },
    loseNextCommitAnswer: () => {
      losesNext = true;
    },
    lostAnswers: () => lost,
    close: cut,
  };
}
