// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assertionnames.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr QLatin1StringView separator{", "};

/// The longest known name that stands at the start of `text` and ends with it or before a separator.
qsizetype knownLength(QStringView text, const QStringList &known)
{
    qsizetype best = 0;
    for (const auto &name : known) {
        if (name.size() <= best || !text.startsWith(name))
            continue;
        if (text.size() == name.size() || text.sliced(name.size()).startsWith(separator))
            best = name.size();
    }
    return best;
}

void split(QStringView text, AssertionOutcome outcome, const QStringList &known, std::vector<AssertionResult> &results)
{
    while (!text.isEmpty()) {
        auto length = knownLength(text, known);
        if (length == 0) {
            const auto at = text.indexOf(separator);
            length = at < 0 ? text.size() : at;
        }
        results.push_back({.name = text.first(length).toString(), .outcome = outcome});
        text = text.sliced(std::min(text.size(), length + separator.size()));
    }
}

} // namespace

std::vector<AssertionResult> splitAssertions(const JoinedNames &names, const QStringList &known)
{
    std::vector<AssertionResult> results;
    results.reserve(static_cast<std::size_t>(known.size()));
    split(names.passed, AssertionOutcome::Passed, known, results);
    split(names.failed, AssertionOutcome::Failed, known, results);
    split(names.skipped, AssertionOutcome::Skipped, known, results);
    const auto place = [&known](const AssertionResult &result) {
        const auto at = known.indexOf(result.name);
        return at < 0 ? known.size() : at;
    };
    std::ranges::stable_sort(results, {}, place);
    return results;
}

} // namespace Decayscope
