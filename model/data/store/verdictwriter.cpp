// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verdictwriter.h"

#include "listjson.h"

namespace Decayscope {

VerdictWriter::VerdictWriter(Connection &connection)
    : m_insertVerdict(connection,
          uR"(INSERT INTO verdict (version, mode, "constraint", compliant, reason, evidence) VALUES (?, ?, ?, ?, ?, ?))")
    , m_insertViolation(
          connection, uR"(INSERT INTO violation (version, mode, "constraint", number, file, line, rule, reason)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?))")
    , m_deleteVerdicts(connection, u"DELETE FROM verdict WHERE version = ? AND mode = ?")
    , m_updateReference(
          connection, u"UPDATE run_version SET architecture = ?, database = ?, orm = ?, verifier = ? WHERE id = ?")
    , m_updateSyntax(connection,
          u"UPDATE run_version SET syntax_architecture = ?, syntax_database = ?, syntax_orm = ?, syntax_verifier = ? "
          "WHERE id = ?")
{ }

Result<> VerdictWriter::write(qint64 version, VerifierMode mode, const std::vector<ConstraintVerdict> &verdicts)
{
    for (const auto &verdict : verdicts) {
        auto done = m_insertVerdict
                        .run(version, static_cast<int>(mode), static_cast<int>(verdict.constraint), verdict.compliant,
                            verdict.reason, listToJson(verdict.evidence))
                        .and_then([&] { return writeViolations(version, mode, verdict); });
        if (!done)
            return done;
    }
    return {};
}

Result<> VerdictWriter::writeViolations(qint64 version, VerifierMode mode, const ConstraintVerdict &verdict)
{
    int number = 0;
    for (const auto &violation : verdict.violations) {
        auto done = m_insertViolation.run(version, static_cast<int>(mode), static_cast<int>(verdict.constraint),
            number++, violation.file, violation.line, violation.rule, violation.reason);
        if (!done)
            return done;
    }
    return {};
}

Result<> VerdictWriter::replace(
    qint64 version, VerifierMode mode, const std::vector<ConstraintVerdict> &verdicts, const QString &verifier)
{
    const auto summary = summaryOf(verdicts);
    auto &update = mode == VerifierMode::Reference ? m_updateReference : m_updateSyntax;
    auto done = update.run(static_cast<int>(summary.architecture), static_cast<int>(summary.database),
        static_cast<int>(summary.orm), verifier, version);
    if (!done || update.changedRows() == 0)
        return done;
    return m_deleteVerdicts.run(version, static_cast<int>(mode)).and_then([&] {
        return write(version, mode, verdicts);
    });
}

} // namespace Decayscope
