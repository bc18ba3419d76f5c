// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runbundle.h"

#include <algorithm>

namespace Decayscope {

const Document *RunBundle::document(DocumentKind kind) const
{
    const auto found = std::ranges::find(documents, kind, &Document::kind);
    return found == documents.end() ? nullptr : std::to_address(found);
}

Run summaryOf(const RunBundle &bundle)
{
    Run run{.key = bundle.key,
        .task = bundle.task,
        .termination = bundle.termination,
        .turns = std::ssize(bundle.turns),
        .tokens = bundle.tokens,
        .allTokens = bundle.allTokens,
        .warnings = static_cast<int>(bundle.warnings.size())};
    for (const auto &request : bundle.requests) {
        run.assertions += request.total;
        run.passed += request.passed;
        run.failed += request.failed;
    }
    for (const auto &verdict : bundle.verdicts)
        run.verdicts.of(kindOf(verdict.constraint)) = verdict.compliant ? Verdict::Compliant : Verdict::Violated;
    return run;
}

} // namespace Decayscope
