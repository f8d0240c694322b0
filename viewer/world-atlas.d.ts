declare module 'world-atlas/countries-110m.json' {
  const topology: import('./state/world.ts').Topology;
  export default topology;
}

declare module 'graphology-layout-forceatlas2/iterate.js' {
  /** One step of ForceAtlas2 over nodes in rows of 10 numbers and edges in rows of 3. */
  export default function iterate(settings: object, nodes: Float32Array, edges: Float32Array): void;
}
