// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <code/linediff.h>
#include <code/patch.h>

#include <QtTypes>

using namespace Decayscope;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto patch = readPatchFiles(QByteArrayView(data, static_cast<qsizetype>(size)));
    for (const auto &file : patch.files) {
        const auto before = file.deletedText().value_or(QStringLiteral("a\nb\nc\n"));
        const auto after = applied(file, before).value_or(file.addedText().value_or(unifiedText(file)));
        std::ignore = lineDiff(before, after);
    }
    return 0;
}
