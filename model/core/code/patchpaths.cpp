// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "patchpaths.h"

namespace Decayscope {

namespace {

/// A C string literal as Git writes it for unusual bytes: octal escapes stand for bytes of UTF-8.
struct QuotedName
{
    QString text;
    qsizetype length = 0; ///< Bytes used, with both quotes.
};

int octalDigits(QByteArrayView text, qsizetype at)
{
    int digits = 0;
    while (digits < 3 && at + digits < text.size() && text[at + digits] >= '0' && text[at + digits] <= '7')
        ++digits;
    return digits;
}

char escaped(char letter)
{
    switch (letter) {
    case 'a':
        return '\a';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    default:
        return letter;
    }
}

std::optional<QuotedName> quotedName(QByteArrayView text)
{
    if (!text.startsWith('"'))
        return std::nullopt;
    QByteArray bytes;
    for (qsizetype at = 1; at < text.size(); ++at) {
        if (text[at] == '"')
            return QuotedName{QString::fromUtf8(bytes), at + 1};
        if (text[at] != '\\' || at + 1 == text.size()) {
            bytes.append(text[at]);
            continue;
        }
        ++at;
        const auto digits = octalDigits(text, at);
        if (digits == 0) {
            bytes.append(escaped(text[at]));
            continue;
        }
        bytes.append(static_cast<char>(text.sliced(at, digits).toByteArray().toInt(nullptr, 8)));
        at += digits - 1;
    }
    return std::nullopt;
}

bool isPrefixed(const QString &name)
{
    return name.size() > 2 && name.at(1) == u'/' && QStringView(u"abciow").contains(name.at(0));
}

std::optional<PatchNames> pairOf(const QString &left, const QString &right)
{
    if (left == right)
        return PatchNames{left, right, false};
    if (!isPrefixed(left) || !isPrefixed(right))
        return std::nullopt;
    return PatchNames{left.sliced(2), right.sliced(2), true};
}

/// `P P` or `a/P b/P`: both halves are equally long.
std::optional<PatchNames> equalHalves(QByteArrayView rest)
{
    if (rest.size() % 2 == 0 || rest[rest.size() / 2] != ' ')
        return std::nullopt;
    const auto left = rest.first(rest.size() / 2);
    const auto right = rest.sliced(rest.size() / 2 + 1);
    const auto names = pairOf(QString::fromUtf8(left), QString::fromUtf8(right));
    return names && names->oldPath == names->newPath ? names : std::nullopt;
}

} // namespace

std::optional<PatchNames> headerNames(QByteArrayView rest)
{
    if (const auto first = quotedName(rest)) {
        if (first->length + 1 >= rest.size())
            return std::nullopt;
        return pairOf(first->text, plainName(rest.sliced(first->length + 1)));
    }
    if (const auto quote = rest.indexOf(" \""); quote > 0 && rest.endsWith('"'))
        return pairOf(QString::fromUtf8(rest.first(quote)), plainName(rest.sliced(quote + 1)));
    if (const auto names = equalHalves(rest))
        return names;
    const auto space = rest.indexOf(' ');
    if (space <= 0 || rest.indexOf(' ', space + 1) >= 0)
        return std::nullopt;
    return pairOf(QString::fromUtf8(rest.first(space)), QString::fromUtf8(rest.sliced(space + 1)));
}

QString plainName(QByteArrayView text)
{
    if (const auto quoted = quotedName(text))
        return quoted->text;
    return QString::fromUtf8(text);
}

QString fileLineName(QByteArrayView rest)
{
    if (const auto quoted = quotedName(rest))
        return quoted->text;
    const auto tab = rest.indexOf('\t');
    const auto name = QString::fromUtf8(tab < 0 ? rest : rest.first(tab));
    return name == QLatin1StringView("/dev/null") ? QString() : name;
}

QString withoutPrefix(const QString &name)
{
    return isPrefixed(name) ? name.sliced(2) : name;
}

} // namespace Decayscope
