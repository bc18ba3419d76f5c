// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/boundedqueue.h>

#include <QTest>

#include <atomic>
#include <thread>

using namespace Decayscope;
using namespace std::chrono_literals;

class TestBoundedQueue : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheOrder()
    {
        BoundedQueue<int> queue(100);
        for (int i = 0; i < 3; ++i)
            QVERIFY(queue.push(i, 10));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(queue.pop(0ms), std::optional(i));
        QCOMPARE(queue.pop(0ms), std::nullopt);
    }

    void letsOneInHoweverLarge()
    {
        BoundedQueue<int> queue(10);
        QVERIFY(queue.push(1, 1000));
        QCOMPARE(queue.pop(0ms), std::optional(1));
    }

    void waitsForRoom()
    {
        BoundedQueue<int> queue(10);
        std::atomic<int> pushed = 0;
        std::jthread writer([&] {
            for (int i = 0; i < 50; ++i)
                pushed += queue.push(i, 6);
            queue.close();
        });
        std::vector<int> taken;
        while (!queue.isDrained()) {
            if (const auto item = queue.pop(1ms))
                taken.push_back(*item);
        }
        writer.join();
        QCOMPARE(pushed, 50);
        QCOMPARE(taken.size(), 50U);
        QVERIFY(std::ranges::is_sorted(taken));
    }

    void closingWakesAWaitingWriter()
    {
        BoundedQueue<int> queue(10);
        QVERIFY(queue.push(1, 10));
        std::atomic<bool> wasTaken = true;
        std::jthread writer([&] { wasTaken = queue.push(2, 10); });
        queue.close();
        writer.join();
        QVERIFY(!wasTaken);
        QCOMPARE(queue.pop(0ms), std::optional(1));
        QVERIFY(queue.isDrained());
    }
};

QTEST_GUILESS_MAIN(TestBoundedQueue)
#include "tst_boundedqueue.moc"
