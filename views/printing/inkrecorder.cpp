// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inkrecorder.h"

#include "inkengine.h"
#include "paperunits.h"

#include <cmath>
#include <limits>

namespace Decayscope {

InkRecorder::InkRecorder(QSizeF inches)
    : m_inches(inches)
    , m_engine(std::make_unique<InkEngine>())
{ }

InkRecorder::~InkRecorder() = default;

QPaintEngine *InkRecorder::paintEngine() const
{
    return m_engine.get();
}

InkPage InkRecorder::takePage()
{
    return {m_inches * pointsPerInch, m_engine->takeMarks()};
}

int InkRecorder::metric(PaintDeviceMetric metric) const
{
    constexpr double millimetresPerInch = 25.4;
    switch (metric) {
    case PdmWidth:
        return static_cast<int>(std::lround(m_inches.width() * paperUnitsPerInch));
    case PdmHeight:
        return static_cast<int>(std::lround(m_inches.height() * paperUnitsPerInch));
    case PdmWidthMM:
        return static_cast<int>(std::lround(m_inches.width() * millimetresPerInch));
    case PdmHeightMM:
        return static_cast<int>(std::lround(m_inches.height() * millimetresPerInch));
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return paperUnitsPerInch;
    case PdmNumColors:
        return std::numeric_limits<int>::max();
    case PdmDepth:
        return 32;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    case PdmDevicePixelRatioF_EncodedA:
    case PdmDevicePixelRatioF_EncodedB:
        return encodeMetricF(metric, 1);
    }
    return 0;
}

} // namespace Decayscope
