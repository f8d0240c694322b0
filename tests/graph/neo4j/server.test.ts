import { describeNeo4j } from '../../neo4j.ts';
import { contributeCases } from './contribute.cases.ts';
import { cookbookCases } from './cookbook.cases.ts';
import { failureCases } from './failures.cases.ts';
import { pruneCases } from './prune.cases.ts';
import { pushCases, repushCases } from './push.cases.ts';

// One server for all of these: it takes ten seconds to start.
describeNeo4j('Neo4j', (neo4j) => {
  pushCases(neo4j);
  repushCases(neo4j);
  pruneCases(neo4j);
  contributeCases(neo4j);
  cookbookCases(neo4j);
  failureCases(neo4j);
});
