// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnlook.h"

#include "hues.h"

#include <widgets/tones.h>

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>

#include <cmath>

namespace Decayscope {

namespace {

QString said(const char *words)
{
    return QCoreApplication::translate("Decayscope::TurnListView", words);
}

} // namespace

TurnLook::TurnLook(const QFont &font, const QPalette &colors)
    : palette(colors)
    , body(font)
    , strong(font)
    , small(figuresFont(scaledFont(font, 0.9)))
    , mono(fixedFont(font, 0.92))
    , muted(mutedText(colors))
    , link(hueText(Hue::Blue, colors))
    , mark(hueFill(Hue::Amber, colors, isDark(colors) ? 0.45 : 0.4))
    , commandFill(hueFill(Hue::Blue, colors, isDark(colors) ? 0.13 : 0.08))
    , outputFill(mixed(colors.color(QPalette::Base), colors.color(QPalette::Text), isDark(colors) ? 0.07 : 0.04))
    , errorLine(hueText(Hue::Red, colors))
{
    strong.setWeight(QFont::DemiBold);
    lineHeight = QFontMetrics(mono).lineSpacing();
    headHeight = QFontMetrics(body).height() + 8;
    gutter = QFontMetrics(small).horizontalAdvance(QStringLiteral("00000")) + 18;
}

QColor TurnLook::colorOf(TurnKind kind) const
{
    switch (kind) {
    case TurnKind::Command:
        return hueText(Hue::Blue, palette);
    case TurnKind::Edit:
        return hueText(Hue::Green, palette);
    case TurnKind::Error:
        return hueText(Hue::Red, palette);
    case TurnKind::Finish:
        return hueText(Hue::Teal, palette);
    case TurnKind::Thought:
        return hueText(Hue::Violet, palette);
    case TurnKind::Prompt:
        return hueText(Hue::Amber, palette);
    case TurnKind::System:
    case TurnKind::Observation:
    case TurnKind::Other:
        break;
    }
    return muted;
}

QString glyphOf(TurnKind kind)
{
    switch (kind) {
    case TurnKind::System:
        return QStringLiteral("\u00a7");
    case TurnKind::Prompt:
        return QStringLiteral("\u00bb");
    case TurnKind::Thought:
        return QStringLiteral("\u2026");
    case TurnKind::Command:
        return QStringLiteral("$");
    case TurnKind::Edit:
        return QStringLiteral("\u00b1");
    case TurnKind::Observation:
        return QStringLiteral("\u2190");
    case TurnKind::Error:
        return QStringLiteral("!");
    case TurnKind::Finish:
        return QStringLiteral("\u25a0");
    case TurnKind::Other:
        break;
    }
    return QStringLiteral("?");
}

QString wordOf(TurnKind kind)
{
    switch (kind) {
    case TurnKind::System:
        return said(QT_TRANSLATE_NOOP("Decayscope::TurnListView", "System"));
    case TurnKind::Prompt:
        return said(QT_TRANSLATE_NOOP("Decayscope::TurnListView", "Prompt"));
    case TurnKind::Thought:
        return said(QT_TRANSLATE_NOOP("Decayscope::TurnListView", "Thought"));
    case TurnKind::Command:
        return said(QT_TRANSLATE_NOOP("Decayscope::TurnListView", "Command"));
    case TurnKind::Edit:
        return said(QT_TRANSLATE_NOOP("Decayscope::TurnListView", "Edit"));
    case TurnKind::Observation:
        return said(QT_TRANSLATE_NOOP("Decayscope::TurnListView", "Output"));
    case TurnKind::Error:
        return said(QT_TRANSLATE_NOOP("Decayscope::TurnListView", "Error"));
    case TurnKind::Finish:
        return said(QT_TRANSLATE_NOOP("Decayscope::TurnListView", "Finish"));
    case TurnKind::Other:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Decayscope::TurnListView", "Other"));
}

QString shortCount(qint64 count)
{
    const auto value = static_cast<double>(count);
    if (count < 1000)
        return QLocale().toString(count);
    if (count < 999'950)
        return QLocale().toString(value / 1e3, 'f', count < 9'950 ? 1 : 0) % u'k';
    return QLocale().toString(value / 1e6, 'f', 1) % u'M';
}

QString shortDuration(double seconds)
{
    if (seconds < 9.95)
        return said(QT_TRANSLATE_NOOP("Decayscope::TurnListView", "%1 s")).arg(QLocale().toString(seconds, 'f', 1));
    const auto whole = std::llround(std::min(seconds, 1e9));
    if (whole < 60)
        return said(QT_TRANSLATE_NOOP("Decayscope::TurnListView", "%1 s")).arg(whole);
    if (whole < 3600)
        return said(QT_TRANSLATE_NOOP("Decayscope::TurnListView", "%1 min %2 s")).arg(whole / 60).arg(whole % 60);
    return said(QT_TRANSLATE_NOOP("Decayscope::TurnListView", "%1 h %2 min")).arg(whole / 3600).arg(whole / 60 % 60);
}

QString shortCost(double dollars)
{
    return u'$' % QLocale().toString(dollars, 'f', dollars < 0.0995 ? 3 : 2);
}

} // namespace Decayscope
