// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/runtimerecipe.h>

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace Decayscope {

/// The recipe as the object of a runtimes file, and back (InvalidInput, with the place). `origin` names where the text
/// comes from.
[[nodiscard]] QByteArray recipeDocument(const RuntimeRecipe &recipe);
[[nodiscard]] Result<RuntimeRecipe> readRecipe(QByteArrayView json, const QString &origin);

[[nodiscard]] QJsonObject recipeObject(const RuntimeRecipe &recipe);

/// The keys of `recipe` that are not as in `base`, and the name.
[[nodiscard]] QJsonObject recipeDifference(const RuntimeRecipe &recipe, const RuntimeRecipe &base);

/// What an object says over `base`; checked. Errors: InvalidInput, beginning with `where`.
[[nodiscard]] Result<RuntimeRecipe> recipeFromObject(
    const QJsonObject &object, RuntimeRecipe base, const QString &where);

/// Errors: InvalidInput, a sentence for the first fault, beginning with `where`.
[[nodiscard]] Result<> checkRecipe(const RuntimeRecipe &recipe, const QString &where);

/// A runtimes file holding such objects, and the objects of one. Errors: InvalidInput, TooNew.
[[nodiscard]] QByteArray recipesDocument(const QJsonArray &objects);
[[nodiscard]] Result<QJsonArray> recipeObjects(QByteArrayView json, const QString &origin);

} // namespace Decayscope
