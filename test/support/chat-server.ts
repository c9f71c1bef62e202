import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was asked of the server: the headers, and the body as JSON. */
export interface ChatRequest {
  readonly headers: IncomingMessage['headers'];
  readonly path: string;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string };
  };
}

/** Answers a request: words of the model, or whatever is done with the response. */
export type ChatAnswer = (request: ChatRequest, response: ServerResponse) => string | undefined;

/** A server on this machine that speaks as a chat endpoint does, and says what it is told to. */
export class ChatServer {
  readonly requests: ChatRequest[] = [];
  answer: ChatAnswer = () => '{"claims": []}';
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (request, response) => {
      let body = '';
      for await (const piece of request) body += String(piece);
      const asked = {
        headers: request.headers,
        path: request.url ?? '',
        body: JSON.parse(body),
      } as ChatRequest;
      this.requests.push(asked);
      const text = this.answer(asked, response);
      if (text !== undefined) sendChat(response, text);
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** A whole answer with its count of tokens. */
export function sendChat(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(
    JSON.stringify({
      ...{ id: 'chat-1', object: 'chat.completion', created: 1, model: 'fake-1' },
      choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 700, completion_tokens: 50, total_tokens: 750 },
    }),
  );
}
