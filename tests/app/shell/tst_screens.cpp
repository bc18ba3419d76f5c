// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <shell/commands.h>

#include <QApplication>
#include <QImage>
#include <QTest>

using namespace Decayscope;

namespace {

struct Screen
{
    const char *name;
    Command command;
};

constexpr std::array screens{
    Screen{"overview", Command::Overview}, Screen{"tables", Command::Tables}, Screen{"runs", Command::Runs}};

} // namespace

/// Draws every page at two sizes, light and dark. The pictures are kept where $DECAYSCOPE_SCREENSHOTS names a folder;
/// $DECAYSCOPE_SCREENSHOT_STORE names another study than the sample.
class TestScreens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_context = Test::openWindow(*qApp, qEnvironmentVariable("DECAYSCOPE_SCREENSHOT_STORE"));
        QVERIFY(m_context);
    }

    void draws_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        for (const auto size : {QSize(1280, 800), QSize(1920, 1080)}) {
            for (const bool dark : {false, true})
                QTest::addRow("%d %s", size.width(), dark ? "dark" : "light") << size << dark;
        }
    }

    void draws()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        auto &window = m_context->window();
        window.commands().action(dark ? Command::SchemeDark : Command::SchemeLight)->trigger();
        window.resize(size);
        QVERIFY(QTest::qWaitFor([&] { return (window.palette().color(QPalette::Base).lightness() < 128) == dark; }));
        for (const auto &screen : screens) {
            window.commands().action(screen.command)->trigger();
            QVERIFY(QTest::qWaitFor([&] { return !window.isComputing(); }, 30'000));
            const auto image = window.grab().toImage();
            QCOMPARE(image.size(), size * window.devicePixelRatio());
            QVERIFY((image.pixelColor(2, 2).lightness() < 128) == dark);
            if (const auto folder = qEnvironmentVariable("DECAYSCOPE_SCREENSHOTS"); !folder.isEmpty())
                QVERIFY(image.save(QStringLiteral("%1/%2-%3-%4.png")
                        .arg(folder, QString::fromLatin1(screen.name))
                        .arg(size.width())
                        .arg(dark ? u"dark" : u"light")));
        }
    }

private:
    std::unique_ptr<AppContext> m_context;
};

int main(int argc, char **argv)
{
    const Decayscope::Test::FreshUser user;
    QApplication application(argc, argv);
    TestScreens test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_screens.moc"
