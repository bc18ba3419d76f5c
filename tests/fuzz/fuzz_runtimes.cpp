// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <runtimes/recipejson.h>

#include <cstdlib>

using namespace Decayscope;

/// A runtimes file; a recipe that is read comes back from its own text as it was.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto objects
        = recipeObjects(QByteArrayView(data, static_cast<qsizetype>(size)), QStringLiteral("runtimes.json"));
    if (!objects)
        return 0;
    for (const auto &object : *objects) {
        const auto recipe = recipeFromObject(object.toObject(), {}, QStringLiteral("runtimes"));
        if (recipe && readRecipe(recipeDocument(*recipe), QStringLiteral("again")) != recipe)
            std::abort();
    }
    return 0;
}
