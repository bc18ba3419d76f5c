// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paintwatch.h"

#include <QPaintEngine>
#include <QPainterPath>

namespace Decayscope::Test {

class PaintWatch::Engine final : public QPaintEngine
{
public:
    Engine()
        : QPaintEngine(AllFeatures)
    { }

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override { }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }
    void drawPath(const QPainterPath &) override { }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
    [[nodiscard]] Type type() const override { return User; }

    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        if (item.text().trimmed().isEmpty())
            return;
        // Letters without descent do not fill their line.
        // Parts of a text in several fonts touch.
        const double inset = item.ascent() * 0.05;
        const QRectF box(at.x() + inset, at.y() - item.ascent() * 0.75, item.width() - 2 * inset, item.ascent() * 0.75);
        texts.push_back({.text = item.text(), .box = state->transform().map(QPolygonF(box))});
    }

    std::vector<Text> texts;
};

PaintWatch::PaintWatch(QSize size)
    : m_size(size)
    , m_engine(std::make_unique<Engine>())
{ }

PaintWatch::~PaintWatch() = default;

QPaintEngine *PaintWatch::paintEngine() const
{
    return m_engine.get();
}

const std::vector<PaintWatch::Text> &PaintWatch::texts() const
{
    return m_engine->texts;
}

QStringList PaintWatch::overlappingTexts() const
{
    const auto pathOf = [](const Text &text) {
        QPainterPath path;
        path.addPolygon(text.box);
        path.closeSubpath();
        return path;
    };
    QStringList found;
    for (std::size_t a = 0; a < texts().size(); ++a) {
        for (std::size_t b = a + 1; b < texts().size(); ++b) {
            if (pathOf(texts()[a]).intersects(pathOf(texts()[b])))
                found << QString(texts()[a].text % QStringLiteral(" / ") % texts()[b].text);
        }
    }
    return found;
}

QStringList PaintWatch::textsOutside() const
{
    const double slack = m_size.width() * 0.005;
    const auto room = QRectF(QPointF(), QSizeF(m_size)).adjusted(-slack, -slack, slack, slack);
    QStringList found;
    for (const auto &text : texts()) {
        if (!room.contains(text.box.boundingRect()))
            found << text.text;
    }
    return found;
}

int PaintWatch::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
    case PdmWidthMM:
        return m_size.width();
    case PdmHeight:
    case PdmHeightMM:
        return m_size.height();
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    case PdmDepth:
        return 32;
    case PdmNumColors:
        return 1 << 24;
    default:
        return metric == PdmDevicePixelRatio ? 1 : 72;
    }
}

} // namespace Decayscope::Test
