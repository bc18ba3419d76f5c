// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "statement.h"

#include <domain/verdict.h>

#include <vector>

namespace Decayscope {

/// Writes the verdicts of run versions, each statement prepared once.
class VerdictWriter
{
public:
    explicit VerdictWriter(Connection &connection);

    [[nodiscard]] Result<> write(qint64 version, VerifierMode mode, const std::vector<ConstraintVerdict> &verdicts);

    /// Puts new verdicts of a mode in the place of a version's old ones, and their summary into its row.
    [[nodiscard]] Result<> replace(
        qint64 version, VerifierMode mode, const std::vector<ConstraintVerdict> &verdicts, const QString &verifier);

private:
    [[nodiscard]] Result<> writeViolations(qint64 version, VerifierMode mode, const ConstraintVerdict &verdict);

    Statement m_insertVerdict;
    Statement m_insertViolation;
    Statement m_deleteVerdicts;
    Statement m_updateReference;
    Statement m_updateSyntax;
};

} // namespace Decayscope
