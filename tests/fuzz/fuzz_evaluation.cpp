// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/evaluationjson.h>

#include <cstdlib>

using namespace Decayscope;

/// A record that is read comes back from its own document as it was.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto record = readEvaluation(QByteArrayView(data, static_cast<qsizetype>(size)));
    if (record && readEvaluation(evaluationDocument(*record)) != record)
        std::abort();
    return 0;
}
