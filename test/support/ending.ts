import type { Server, Socket } from 'node:net';

/**
 * What ends a server and all its connections, whatever their other ends do. A server that waits for its connections also
 * waits for those that became WebSockets or were refused that, and `closeAllConnections` does not know of them.
 */
export function endOf(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}
