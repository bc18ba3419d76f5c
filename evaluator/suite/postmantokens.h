// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <expected>
#include <vector>

namespace Decayscope {

/// Why a script of a collection is not read: what it says that this program does not run.
struct PostmanRefusal
{
    QString what; ///< Goes on after "its script", such as "uses pm.sendRequest, which this program does not run".
    int line = 0; ///< In the script, counted from 1.

    bool operator==(const PostmanRefusal &) const = default;
};

template <typename T = void>
using PostmanReading = std::expected<T, PostmanRefusal>;

[[nodiscard]] std::unexpected<PostmanRefusal> postmanRefusal(int line, const QString &what);

/// "uses X, which this program does not run".
[[nodiscard]] std::unexpected<PostmanRefusal> postmanUnknown(int line, const QString &what);

enum class PostmanTokenKind : quint8 { Name, Number, Text, Mark, End };

/// A word of a script.
struct PostmanToken
{
    PostmanTokenKind kind = PostmanTokenKind::End;
    QString text; ///< Of a text its value.
    double number = 0;
    int line = 0; ///< Counted from 1.
    bool afterLineBreak = false;

    [[nodiscard]] bool isMark(QStringView mark) const { return kind == PostmanTokenKind::Mark && text == mark; }
    [[nodiscard]] bool isName(QStringView name) const { return kind == PostmanTokenKind::Name && text == name; }
};

/// The words of a script, comments left out, with an End at the end. Refuses templates with places to fill, regular
/// expressions, bytes that belong to no JavaScript, and more than 200,000 characters.
[[nodiscard]] PostmanReading<std::vector<PostmanToken>> postmanTokens(QStringView script);

} // namespace Decayscope
