#!/bin/bash
set -e
npm run build
node dist/server.js
