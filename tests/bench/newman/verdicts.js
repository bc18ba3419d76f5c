// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the npm package newman makes of every row of the odd server, a JSON line each:
//     node verdicts.js COLLECTION PORT [FIRST [END]] > verdicts.jsonl
// A row's requests are strings of one sign an assertion: + passed, - failed; assertions a script lost are missing.
'use strict';

const fs = require('fs');
const newman = require('newman');
const version = require('newman/package.json').version;

const [collectionPath, port, first = 0, end = Infinity] = process.argv.slice(2);
const collection = JSON.parse(fs.readFileSync(collectionPath, 'utf8'));
const origin = `http://127.0.0.1:${port}`;

function verdicts(summary) {
    return summary.run.executions.map((execution) =>
        (execution.assertions || []).map((assertion) => (assertion.error ? '-' : '+')).join(''));
}

function run(index, row) {
    return new Promise((resolve, reject) => {
        newman.run({
            collection,
            globals: { values: [{ key: 'APIURL', value: `${origin}/${index}/api` }] },
            timeoutRequest: row.timeout || 10000,
            reporters: [],
        }, (error, summary) => (error ? reject(error) : resolve(verdicts(summary))));
    });
}

async function main() {
    const rows = await (await fetch(`${origin}/rows`)).json();
    for (const [index, row] of rows.entries()) {
        if (index < Number(first) || index >= Number(end)) continue;
        const requests = await run(index, row);
        const wire = await (await fetch(`${origin}/${index}/wire`)).json();
        const made = { index, name: row.name, timeout: row.timeout, requests, wire, by: `newman ${version}, node ${process.version}` };
        process.stdout.write(JSON.stringify(made) + '\n');
    }
    process.exit(0);
}

main();
