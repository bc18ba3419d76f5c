#!/bin/bash
set -euo pipefail
npx tsx src/server.ts
