// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inlinesvg.h"

#include <report/htmltext.h>

#include <QRegularExpression>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// The value of an attribute of the first element.
QString attributeOf(const QString &tag, const QString &name)
{
    const QRegularExpression pattern(u" %1=\"([^\"]*)\""_s.arg(name));
    return pattern.match(tag).captured(1);
}

QString openingTag(const QString &tag, const QString &words)
{
    return u"<svg viewBox=\"%1\" style=\"width:%2\" role=\"img\" aria-label=\"%3\">"_s.arg(
        attributeOf(tag, u"viewBox"_s), attributeOf(tag, u"width"_s), htmlText(words));
}

} // namespace

QByteArray inlineSvg(const QByteArray &document, const QByteArray &prefix, const QString &words)
{
    auto svg = QString::fromUtf8(document);
    const auto begin = svg.indexOf(u"<svg ");
    const auto end = svg.indexOf(u'>', begin);
    if (begin < 0 || end < 0)
        return {};
    const auto tag = svg.sliced(begin, end + 1 - begin);
    svg.remove(0, end + 1);
    static const QRegularExpression textWords(u" role=\"text\" aria-label=\"[^\"]*\""_s);
    static const QRegularExpression definition(u" id=\"(d[0-9]+)\""_s);
    static const QRegularExpression reference(u"\"url\\(#(d[0-9]+)\\)\""_s);
    svg.remove(textWords);
    static const QRegularExpression thousandths(u"(\\.[0-9]{2})[0-9]\\b"_s); // Of a point: nobody sees them.
    svg.replace(thousandths, u"\\1"_s);
    const auto name = QString::fromLatin1(prefix);
    svg.replace(definition, u" id=\"%1-\\1\""_s.arg(name));
    svg.replace(reference, u"\"url(#%1-\\1)\""_s.arg(name));
    svg.replace(u" xlink:href="_s, u" href="_s);
    return (openingTag(tag, words) + svg).toUtf8();
}

} // namespace Decayscope
