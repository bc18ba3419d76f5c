// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "appearance.h"

#include "palettes.h"

#include <widgets/calmstyle.h>

#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleHints>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int mostSteps = 8;
constexpr int fewestSteps = -3;

Qt::ColorScheme wished(Scheme scheme)
{
    switch (scheme) {
    case Scheme::System:
        break;
    case Scheme::Light:
        return Qt::ColorScheme::Light;
    case Scheme::Dark:
        return Qt::ColorScheme::Dark;
    }
    return Qt::ColorScheme::Unknown;
}

/// Where the desktop names no font of its own, one with figures of equal width if it is installed.
QFont startFont()
{
    auto font = QApplication::font();
    const auto inter = QStringLiteral("Inter");
    const QStringList unnamed{QStringLiteral("Sans Serif"), QStringLiteral("Sans"), QStringLiteral("DejaVu Sans")};
    if (unnamed.contains(font.family()) && QFontDatabase::hasFamily(inter))
        font.setFamilies({inter, font.family()});
    return font;
}

} // namespace

Appearance::Appearance(QApplication &application)
    : QObject(&application)
    , m_desktopFont(startFont())
{
    const bool isCalm = qobject_cast<CalmStyle *>(QApplication::style());
    m_ownStyle = isCalm || QApplication::style()->name().compare(u"fusion", Qt::CaseInsensitive) == 0;
    if (m_ownStyle && !isCalm)
        QApplication::setStyle(new CalmStyle);
    QApplication::setFont(m_desktopFont);
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Appearance::applyPalette);
    applyPalette();
}

void Appearance::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    QGuiApplication::styleHints()->setColorScheme(wished(scheme));
    applyPalette();
}

void Appearance::setFontSteps(int steps)
{
    m_fontSteps = std::clamp(steps, fewestSteps, mostSteps);
    auto font = m_desktopFont;
    font.setPointSizeF(std::max(5.0, m_desktopFont.pointSizeF() + m_fontSteps));
    QApplication::setFont(font);
}

void Appearance::applyPalette()
{
    if (!m_ownStyle)
        return;
    const bool systemIsDark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    const bool dark = m_scheme == Scheme::Dark || (m_scheme == Scheme::System && systemIsDark);
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

} // namespace Decayscope
