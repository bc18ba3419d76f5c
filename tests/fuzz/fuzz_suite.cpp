// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <suite/filledtext.h>
#include <suite/httpsuite.h>

#include <cstdlib>

using namespace Decayscope;

/// A suite that is read comes back from its own file as it was.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto suite = readSuite(QByteArrayView(data, static_cast<qsizetype>(size)), QStringLiteral("suite.json"));
    if (!suite)
        return 0;
    if (readSuite(suiteDocument(*suite), QStringLiteral("again")) != suite)
        std::abort();
    for (const auto &call : suite->calls) {
        std::ignore = filledText(call.path, suite->variables);
        std::ignore = filledText(call.body.value_or(QString()), suite->variables);
    }
    return 0;
}
