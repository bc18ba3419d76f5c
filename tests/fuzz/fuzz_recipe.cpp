// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <publishing/figurerecipe.h>
#include <publishing/tokenprices.h>

#include <cstdlib>

using namespace Decayscope;

/// A recipe; one that is read comes back from its own document as it was.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto source = QStringLiteral("a.dsfig");
    std::ignore = readTokenPrices(bytes, source);
    const auto recipe = readRecipe(bytes, source);
    if (!recipe)
        return 0;
    const auto document = recipeDocument(*recipe);
    const auto again = readRecipe(document, source);
    if (!again || recipeDocument(*again) != document)
        std::abort();
    return 0;
}
