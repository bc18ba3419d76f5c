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

void judge(RunBundle &bundle, const Verifiers &verifiers)
{
    const auto *patch = bundle.document(DocumentKind::Patch);
    const auto bytes = patch ? QByteArrayView(patch->bytes) : QByteArrayView();
    const auto constraints = bundle.task.constraints;
    bundle.verdicts
        = constraints.isEmpty() ? std::vector<ConstraintVerdict>() : verifiers.reference.verify(bytes, constraints);
    bundle.syntaxVerdicts
        = constraints.isEmpty() ? std::vector<ConstraintVerdict>() : verifiers.syntax.verify(bytes, constraints);
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
    run.verdicts = summaryOf(bundle.verdicts);
    if (bundle.syntaxVerdicts)
        run.syntaxVerdicts = summaryOf(*bundle.syntaxVerdicts);
    return run;
}

} // namespace Decayscope
