// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shapedrawing.h"

#include "figurelayout.h"
#include "heatdrawing.h"
#include "latticedrawing.h"
#include "markdrawing.h"
#include "scatterdrawing.h"
#include "stackeddrawing.h"

#include <array>

namespace Decayscope {

namespace {

template <typename Drawing>
std::unique_ptr<ShapeDrawing> made(const FigureLayout &layout)
{
    return std::make_unique<Drawing>(layout);
}

using Maker = std::unique_ptr<ShapeDrawing> (*)(const FigureLayout &);

/// In the order of FigureShape. Curves, forests, dots and slopes differ in where the layout puts their marks.
constexpr std::array<Maker, 8> makers{&made<MarkDrawing>, &made<MarkDrawing>, &made<StackedDrawing>, &made<MarkDrawing>,
    &made<MarkDrawing>, &made<ScatterDrawing>, &made<HeatDrawing>, &made<LatticeDrawing>};

} // namespace

std::unique_ptr<ShapeDrawing> makeShapeDrawing(const FigureLayout &layout)
{
    return makers[static_cast<std::size_t>(layout.spec().shape)](layout);
}

} // namespace Decayscope
