// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inkpage.h"

#include <QPaintDevice>

#include <memory>

namespace Decayscope {

class InkEngine;

/// A paint device that keeps what is painted instead of showing it: for looking at a page before it is printed, and
/// for writing it in formats Qt paints differently than it should. One painter, once.
class InkRecorder final : public QPaintDevice
{
public:
    /// A page of `inches`; painters count in paper units (see paperunits.h).
    explicit InkRecorder(QSizeF inches);
    ~InkRecorder() override;
    Q_DISABLE_COPY_MOVE(InkRecorder)

    [[nodiscard]] QPaintEngine *paintEngine() const override;

    /// What was painted; to be asked for once, when the painter has ended.
    [[nodiscard]] InkPage takePage();

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

private:
    QSizeF m_inches;
    std::unique_ptr<InkEngine> m_engine;
};

} // namespace Decayscope
