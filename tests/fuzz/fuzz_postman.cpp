// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <suite/postman.h>

#include <cstdlib>

using namespace Decayscope;

/// What is read from a collection is a suite: its file is read back to the same one.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto suite = readPostman(QByteArrayView(data, static_cast<qsizetype>(size)), QStringLiteral("c.json"));
    if (suite && readSuite(suiteDocument(*suite), QStringLiteral("again")) != suite)
        std::abort();
    return 0;
}
