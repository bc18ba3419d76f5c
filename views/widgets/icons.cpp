// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

#include <memory>
#include <utility>

namespace Decayscope {

namespace {

/// Draws a monochrome SVG as a stencil.
class StencilEngine final : public QIconEngine
{
public:
    explicit StencilEngine(QString name)
        : m_name(std::move(name))
        , m_svg(std::make_shared<QSvgRenderer>(QString(u":/icons/" % m_name % u".svg")))
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const auto ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal ratio) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        m_svg->render(&painter, QRectF(QPointF(), QSizeF(size)));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), ink(mode));
        painter.end();
        pixmap.setDevicePixelRatio(ratio);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new StencilEngine(*this); }
    QString key() const override { return QStringLiteral("decayscope-stencil"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return !m_svg->isValid(); }

private:
    [[nodiscard]] static QColor ink(QIcon::Mode mode)
    {
        const auto palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        case QIcon::Selected:
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return palette.color(QPalette::WindowText);
    }

    QString m_name;
    std::shared_ptr<QSvgRenderer> m_svg;
};

} // namespace

QIcon themedIcon(const QString &name)
{
    return QIcon(new StencilEngine(name));
}

} // namespace Decayscope
