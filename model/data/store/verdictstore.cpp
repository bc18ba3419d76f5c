// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verdictstore.h"

#include "listjson.h"
#include "verdictwriter.h"

#include <algorithm>

namespace Decayscope {

namespace {

Result<> readViolations(Connection &connection, RunId run, std::vector<ConstraintVerdict> &verdicts)
{
    Statement select(connection,
        uR"(SELECT x."constraint", x.file, x.line, x.reason FROM run r JOIN violation x ON x.version = r.version
            WHERE r.id = ? ORDER BY x."constraint", x.number)");
    if (auto done = select.run(run.value); !done)
        return done;
    while (select.next()) {
        const auto constraint = static_cast<Constraint>(select.integer(0));
        const auto verdict = std::ranges::find(verdicts, constraint, &ConstraintVerdict::constraint);
        if (verdict != verdicts.end())
            verdict->violations.push_back({constraint, select.text(1), select.integer(2), select.text(3)});
    }
    return {};
}

} // namespace

Result<std::vector<ConstraintVerdict>> readVerdicts(Connection &connection, RunId run)
{
    Statement select(connection,
        uR"(SELECT d."constraint", d.compliant, d.reason, d.evidence FROM run r JOIN verdict d ON d.version = r.version
            WHERE r.id = ? ORDER BY d."constraint")");
    if (auto done = select.run(run.value); !done)
        return std::unexpected(std::move(done.error()));
    std::vector<ConstraintVerdict> verdicts;
    while (select.next()) {
        verdicts.push_back({.constraint = static_cast<Constraint>(select.integer(0)),
            .compliant = select.integer(1) != 0,
            .reason = select.text(2),
            .violations = {},
            .evidence = listFromJson(select.text(3))});
    }
    return readViolations(connection, run, verdicts).transform([&] { return std::move(verdicts); });
}

Result<> replaceVerdicts(Connection &connection, const std::vector<TakenVerdicts> &taken, const QString &verifier)
{
    VerdictWriter writer(connection);
    for (const auto &[version, verdicts] : taken) {
        if (auto done = writer.replace(version, verdicts, verifier); !done)
            return done;
    }
    return {};
}

} // namespace Decayscope
