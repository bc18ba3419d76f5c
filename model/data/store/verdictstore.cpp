// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verdictstore.h"

#include "listjson.h"
#include "verdictwriter.h"

#include <algorithm>

namespace Decayscope {

namespace {

Result<> readViolations(Connection &connection, RunId run, VerifierMode mode, std::vector<ConstraintVerdict> &verdicts)
{
    Statement select(connection,
        uR"(SELECT x."constraint", x.file, x.line, x.reason, x.rule FROM run r JOIN violation x ON x.version = r.version
            WHERE r.id = ? AND x.mode = ? ORDER BY x."constraint", x.number)");
    if (auto done = select.run(run.value, static_cast<int>(mode)); !done)
        return done;
    while (select.next()) {
        const auto constraint = static_cast<Constraint>(select.integer(0));
        const auto verdict = std::ranges::find(verdicts, constraint, &ConstraintVerdict::constraint);
        if (verdict != verdicts.end())
            verdict->violations.push_back(
                {constraint, select.text(1), select.integer(2), select.text(3), select.text(4)});
    }
    return {};
}

} // namespace

Result<std::vector<ConstraintVerdict>> readVerdicts(Connection &connection, RunId run, VerifierMode mode)
{
    Statement select(connection,
        uR"(SELECT d."constraint", d.compliant, d.reason, d.evidence FROM run r JOIN verdict d ON d.version = r.version
            WHERE r.id = ? AND d.mode = ? ORDER BY d."constraint")");
    if (auto done = select.run(run.value, static_cast<int>(mode)); !done)
        return std::unexpected(std::move(done.error()));
    std::vector<ConstraintVerdict> verdicts;
    while (select.next()) {
        verdicts.push_back({.constraint = static_cast<Constraint>(select.integer(0)),
            .compliant = select.integer(1) != 0,
            .reason = select.text(2),
            .violations = {},
            .evidence = listFromJson(select.text(3))});
    }
    return readViolations(connection, run, mode, verdicts).transform([&] { return std::move(verdicts); });
}

Result<std::vector<VerdictReason>> readVerdictReasons(Connection &connection)
{
    Statement select(
        connection, uR"(SELECT r.id, d."constraint", d.mode, d.reason FROM run r JOIN verdict d ON d.version = r.version
            ORDER BY r.id, d."constraint", d.mode)");
    if (auto done = select.run(); !done)
        return std::unexpected(std::move(done.error()));
    std::vector<VerdictReason> reasons;
    while (select.next())
        reasons.push_back({RunId{select.number64(0)}, static_cast<Constraint>(select.integer(1)),
            static_cast<VerifierMode>(select.integer(2)), select.text(3)});
    return reasons;
}

Result<VerifierVersions> readVerifierVersions(Connection &connection, RunId run)
{
    Statement select(connection,
        u"SELECT v.verifier, v.syntax_verifier FROM run r JOIN run_version v ON v.id = r.version WHERE r.id = ?");
    return select.run(run.value).transform([&] {
        return select.next() ? VerifierVersions{.reference = select.text(0), .syntax = select.text(1)}
                             : VerifierVersions();
    });
}

Result<> replaceVerdicts(
    Connection &connection, const std::vector<TakenVerdicts> &taken, const VerifierVersions &verifiers)
{
    VerdictWriter writer(connection);
    for (const auto &[version, mode, verdicts] : taken) {
        const auto &verifier = mode == VerifierMode::Reference ? verifiers.reference : verifiers.syntax;
        if (auto done = writer.replace(version, mode, verdicts, verifier); !done)
            return done;
    }
    return {};
}

Result<std::vector<VerdictBasis>> readVerdictBases(
    Connection &connection, const VerifierVersions &verifiers, Retake retake)
{
    Statement select(connection,
        u"SELECT v.id, t.constraints, ? OR v.verifier <> ?, ? OR v.syntax_verifier IS NOT ? FROM run_version v "
        "JOIN run r ON r.id = v.run JOIN task t ON t.id = r.task "
        "WHERE t.constraints <> 0 AND (? OR v.verifier <> ? OR v.syntax_verifier IS NOT ?) ORDER BY v.id");
    const bool all = retake == Retake::All;
    const auto &[reference, syntax] = verifiers;
    if (auto done = select.run(all, reference, all, syntax, all, reference, syntax); !done)
        return std::unexpected(std::move(done.error()));
    std::vector<VerdictBasis> bases;
    while (select.next()) {
        bases.push_back({.version = select.number64(0),
            .constraints = ConstraintSet::fromBits(static_cast<quint8>(select.integer(1))),
            .reference = select.integer(2) != 0,
            .syntax = select.integer(3) != 0});
    }
    return bases;
}

Result<qint64> countUnjudged(Connection &connection, const VerifierVersions &verifiers)
{
    return Statement(connection,
        u"SELECT count(*) FROM run_version v JOIN run r ON r.id = v.run JOIN task t ON t.id = r.task "
        "WHERE t.constraints <> 0 AND (v.verifier <> ? OR v.syntax_verifier IS NOT ?)")
        .number(verifiers.reference, verifiers.syntax);
}

} // namespace Decayscope
