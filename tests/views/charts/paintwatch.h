// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPaintDevice>
#include <QPolygonF>
#include <QStringList>

#include <memory>
#include <vector>

namespace Decayscope::Test {

/// A paint device that remembers where texts and lines came to stand.
class PaintWatch final : public QPaintDevice
{
public:
    struct Text
    {
        QString text;
        QPolygonF box; ///< Its four corners; slanted where the text is.
    };

    explicit PaintWatch(QSize size);
    ~PaintWatch() override;
    Q_DISABLE_COPY_MOVE(PaintWatch)

    [[nodiscard]] QPaintEngine *paintEngine() const override;
    [[nodiscard]] const std::vector<Text> &texts() const;

    [[nodiscard]] QStringList overlappingTexts() const; ///< "a / b"
    [[nodiscard]] QStringList textsOutside() const; ///< Beyond the device by more than a hundredth of its width.

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;

    QSize m_size;
    std::unique_ptr<Engine> m_engine;
};

} // namespace Decayscope::Test
