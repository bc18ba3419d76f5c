// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "svgwords.h"

#include <QColor>

#include <cmath>

namespace Decayscope {

namespace {

bool isXmlCharacter(QChar character)
{
    return character >= u' ' ? character != QChar(0xfffe) && character != QChar(0xffff)
                             : character == u'\t' || character == u'\n';
}

QByteArray pointData(double x, double y)
{
    return svgNumber(x) + ' ' + svgNumber(y);
}

} // namespace

QByteArray svgNumber(double value)
{
    if (!std::isfinite(value))
        return "0";
    auto text = QByteArray::number(value, 'f', 3);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray svgPathData(const QPainterPath &path)
{
    QByteArray data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const auto at = path.elementAt(i);
        switch (at.type) {
        case QPainterPath::MoveToElement:
            data += 'M' + pointData(at.x, at.y);
            break;
        case QPainterPath::LineToElement:
            data += 'L' + pointData(at.x, at.y);
            break;
        case QPainterPath::CurveToElement:
            data += 'C' + pointData(at.x, at.y);
            break;
        case QPainterPath::CurveToDataElement:
            data += ' ' + pointData(at.x, at.y);
            break;
        }
    }
    return data;
}

QByteArray svgColor(const QColor &color)
{
    return color.name(QColor::HexRgb).toLatin1();
}

QByteArray svgTransform(const QTransform &transform)
{
    QByteArray text = "matrix(";
    for (const double number : {transform.m11(), transform.m12(), transform.m21(), transform.m22(), transform.dx()})
        text += QByteArray::number(number, 'g', 8) + ' ';
    return text + QByteArray::number(transform.dy(), 'g', 8) + ')';
}

QByteArray svgText(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (const auto character : text) {
        if (isXmlCharacter(character))
            kept.append(character);
    }
    return kept.toHtmlEscaped().toUtf8();
}

} // namespace Decayscope
