// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <exchange/validationset.h>

using namespace Decayscope;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const LabelOrigin origin{.file = QStringLiteral("judge_validation_set.json"),
        .time = QStringLiteral("2026-04-01T12:00:00.000Z"),
        .annotator = {}};
    const QByteArray json(QByteArrayView(data, static_cast<qsizetype>(size)).toByteArray());
    std::ignore = readValidationSet(json, QStringLiteral("x.json"), origin, studyCodebook());
    return 0;
}
