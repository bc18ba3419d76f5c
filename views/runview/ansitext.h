// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>
#include <QString>
#include <QTextCharFormat>

#include <vector>

namespace Decayscope {

/// What the escape sequences of a terminal say of a character (ECMA-48, "SGR").
struct AnsiStyle
{
    enum Flag : quint8 { Bold = 1, Dim = 2, Italic = 4, Underline = 8, Inverse = 16, Strike = 32, Hidden = 64 };
    static constexpr quint32 indexed = 0x01000000; ///< The low byte is an index into the 256 colours.
    static constexpr quint32 direct = 0x02000000; ///< The low three bytes are red, green, blue.

    quint32 foreground = 0; ///< 0 is the default colour.
    quint32 background = 0;
    quint8 flags = 0;

    bool operator==(const AnsiStyle &) const = default;
};

struct AnsiSpan
{
    qsizetype offset = 0; ///< In QChars.
    qsizetype length = 0;
    AnsiStyle style;

    bool operator==(const AnsiSpan &) const = default;
};

/// Text as a terminal would have left it.
struct AnsiText
{
    QString text;
    std::vector<AnsiSpan> spans; ///< In order, without overlap; plain stretches have none.

    bool operator==(const AnsiText &) const = default;
};

/// Follows colours, carriage returns, backspaces and movements within a line; drops every other escape sequence. Other
/// control characters become their pictures, and broken surrogates the replacement character. As many line feeds
/// come out as went in. Linear in time.
[[nodiscard]] AnsiText ansiText(QStringView source);

/// The text alone.
[[nodiscard]] QString withoutAnsi(QStringView source);

/// The style as a format with colours that read on `background`: at least 4.5:1.
[[nodiscard]] QTextCharFormat ansiFormat(const AnsiStyle &style, const QColor &text, const QColor &background);

} // namespace Decayscope
