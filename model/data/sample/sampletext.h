// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <initializer_list>

namespace Decayscope {

/// What stands for `$key$` in a template.
struct SampleFill
{
    QByteArrayView key; ///< Without the dollar signs.
    QByteArrayView value;
};

/// A template with every `$key$` replaced that the fills know; their values are not looked into.
[[nodiscard]] QByteArray filled(QByteArrayView text, std::initializer_list<SampleFill> fills);

/// "create_article" as "createArticle".
[[nodiscard]] QByteArray camelCase(QByteArrayView name);

/// "create_article" as "CreateArticle".
[[nodiscard]] QByteArray upperCamelCase(QByteArrayView name);

/// The whole line of a text that holds `part` first, without its line feed and indentation; empty where it is not.
[[nodiscard]] QByteArray lineWith(const QByteArray &text, QByteArrayView part);

} // namespace Decayscope
