// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "newmanreading.h"

#include <algorithm>

namespace Decayscope {

void countAssertions(RequestResult &request)
{
    const auto count = [&request](AssertionOutcome outcome) {
        return static_cast<int>(std::ranges::count(request.assertions, outcome, &AssertionResult::outcome));
    };
    request.total = static_cast<int>(request.assertions.size());
    request.passed = count(AssertionOutcome::Passed);
    request.failed = count(AssertionOutcome::Failed);
    request.skipped = count(AssertionOutcome::Skipped);
}

QString messageOf(QStringView text)
{
    text = text.trimmed();
    if (text.size() <= maxMessageLength)
        return text.toString();
    return QString(text.first(maxMessageLength) + u'…');
}

} // namespace Decayscope
