// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verdictwriter.h"

#include "listjson.h"

namespace Decayscope {

namespace {

RunVerdicts summaryOf(const std::vector<ConstraintVerdict> &verdicts)
{
    RunVerdicts summary;
    for (const auto &verdict : verdicts)
        summary.of(kindOf(verdict.constraint)) = verdict.compliant ? Verdict::Compliant : Verdict::Violated;
    return summary;
}

} // namespace

VerdictWriter::VerdictWriter(Connection &connection)
    : m_insertVerdict(connection,
          uR"(INSERT INTO verdict (version, "constraint", compliant, reason, evidence) VALUES (?, ?, ?, ?, ?))")
    , m_insertViolation(connection,
          uR"(INSERT INTO violation (version, "constraint", number, file, line, reason) VALUES (?, ?, ?, ?, ?, ?))")
    , m_deleteVerdicts(connection, u"DELETE FROM verdict WHERE version = ?")
    , m_updateVersion(
          connection, u"UPDATE run_version SET architecture = ?, database = ?, orm = ?, verifier = ? WHERE id = ?")
{ }

Result<> VerdictWriter::write(qint64 version, const std::vector<ConstraintVerdict> &verdicts)
{
    for (const auto &verdict : verdicts) {
        auto done = m_insertVerdict
                        .run(version, static_cast<int>(verdict.constraint), verdict.compliant, verdict.reason,
                            listToJson(verdict.evidence))
                        .and_then([&] { return writeViolations(version, verdict); });
        if (!done)
            return done;
    }
    return {};
}

Result<> VerdictWriter::writeViolations(qint64 version, const ConstraintVerdict &verdict)
{
    int number = 0;
    for (const auto &violation : verdict.violations) {
        auto done = m_insertViolation.run(
            version, static_cast<int>(verdict.constraint), number++, violation.file, violation.line, violation.reason);
        if (!done)
            return done;
    }
    return {};
}

Result<> VerdictWriter::replace(qint64 version, const std::vector<ConstraintVerdict> &verdicts, const QString &verifier)
{
    const auto summary = summaryOf(verdicts);
    auto done = m_updateVersion.run(static_cast<int>(summary.architecture), static_cast<int>(summary.database),
        static_cast<int>(summary.orm), verifier, version);
    if (!done || m_updateVersion.changedRows() == 0)
        return done;
    return m_deleteVerdicts.run(version).and_then([&] { return write(version, verdicts); });
}

} // namespace Decayscope
