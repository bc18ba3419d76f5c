// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <exchange/studycsv.h>

using namespace Decayscope;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const LabelOrigin origin{.file = QStringLiteral("logic_subcategories_x.csv"),
        .time = QStringLiteral("2026-04-01T12:00:00.000Z"),
        .annotator = QStringLiteral("judge"),
        .precedence = 1};
    std::ignore = readStudyCsv(
        QByteArrayView(data, static_cast<qsizetype>(size)), QStringLiteral("x.csv"), origin, studyCodebook());
    return 0;
}
