package dev.wakerobin.benchmarks.workloads;

import dev.wakerobin.Context;
import dev.wakerobin.Future;
import dev.wakerobin.Poll;
import dev.wakerobin.Unit;
import dev.wakerobin.benchmarks.contenders.Coroutine;
import dev.wakerobin.benchmarks.contenders.OnKotlin;
import dev.wakerobin.benchmarks.contenders.OnVirtualThreads;
import dev.wakerobin.benchmarks.contenders.OnWakerobin;
import dev.wakerobin.futures.Futures;
import dev.wakerobin.runtime.Tasks;
import dev.wakerobin.sync.Channel;
import dev.wakerobin.sync.Receiver;
import dev.wakerobin.sync.Sender;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.channels.BufferOverflow;
import kotlinx.coroutines.channels.ChannelKt;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// 10,000 messages over a channel with room for a thousand, from some senders to one receiver.
@State(Scope.Benchmark)
@OperationsPerInvocation(Mpsc.MESSAGES)
public abstract class Mpsc {
  static final int MESSAGES = 10_000;
  private static final int ROOM = 1_000;

  private final int senders;

  Mpsc(int senders) {
    this.senders = senders;
  }

  /// A channel of `sync`; the root receives.
  @Benchmark
  public void wakerobin(OnWakerobin rig) throws InterruptedException {
    rig.runtime.blockOn(
        Futures.lazy(
            () -> {
              Channel<Integer> channel = Channel.bounded(ROOM);
              for (int i = 0; i < senders; i++) {
                Tasks.spawn(new Producer(MESSAGES / senders, channel.sender()));
              }
              return new Consumer(channel.receiver());
            }));
  }

  private static final class Producer implements Future<Unit> {
    private final Sender<Integer> sender;
    private Future<Unit> sending;
    private int left;

    Producer(int messages, Sender<Integer> sender) {
      this.left = messages;
      this.sender = sender;
      this.sending = sender.send(1);
    }

    @Override
    public Poll<Unit> poll(Context context) throws Exception {
      while (sending.poll(context).isReady()) {
        left--;
        if (left == 0) {
          return Poll.ready();
        }
        sending = sender.send(1);
      }
      return Poll.pending();
    }
  }

  private static final class Consumer implements Future<Unit> {
    private final Receiver<Integer> receiver;
    private Future<Optional<Integer>> receiving;
    private int left = MESSAGES;

    Consumer(Receiver<Integer> receiver) {
      this.receiver = receiver;
      this.receiving = receiver.receive();
    }

    @Override
    public Poll<Unit> poll(Context context) throws Exception {
      while (receiving.poll(context).isReady()) {
        left--;
        if (left == 0) {
          return Poll.ready();
        }
        receiving = receiver.receive();
      }
      return Poll.pending();
    }
  }

  /// An `ArrayBlockingQueue`.
  @Benchmark
  public void virtualThreads(OnVirtualThreads rig) throws InterruptedException {
    BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(ROOM);
    for (int i = 0; i < senders; i++) {
      Thread.startVirtualThread(() -> putAll(queue));
    }
    Thread receiver = Thread.startVirtualThread(() -> takeAll(queue));
    receiver.join();
  }

  private void putAll(BlockingQueue<Integer> queue) {
    try {
      for (int i = 0; i < MESSAGES / senders; i++) {
        queue.put(1);
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static void takeAll(BlockingQueue<Integer> queue) {
    try {
      for (int i = 0; i < MESSAGES; i++) {
        queue.take();
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /// A channel of kotlinx.coroutines; the outermost coroutine receives.
  @Benchmark
  public void kotlin(OnKotlin rig) throws InterruptedException {
    rig.runBlocking(
        new Receiving(senders, ChannelKt.Channel(ROOM, BufferOverflow.SUSPEND, null), null));
  }

  private static final class Receiving extends Coroutine {
    private final int senders;
    private final kotlinx.coroutines.channels.Channel<Object> channel;
    private int left = MESSAGES;

    Receiving(
        int senders,
        kotlinx.coroutines.channels.Channel<Object> channel,
        @Nullable Continuation<?> completion) {
      super(completion);
      this.senders = senders;
      this.channel = channel;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Receiving(senders, channel, completion);
    }

    @Override
    protected Object resume(Object value) {
      if (left == MESSAGES) {
        for (int i = 0; i < senders; i++) {
          launch(new Sending(MESSAGES / senders, channel, null));
        }
      }
      while (left > 0) {
        left--;
        if (channel.receive(this) == SUSPENDED) {
          return SUSPENDED;
        }
      }
      return DONE;
    }
  }

  private static final class Sending extends Coroutine {
    private final kotlinx.coroutines.channels.Channel<Object> channel;
    private int left;

    Sending(
        int messages,
        kotlinx.coroutines.channels.Channel<Object> channel,
        @Nullable Continuation<?> completion) {
      super(completion);
      this.left = messages;
      this.channel = channel;
    }

    @Override
    protected Coroutine started(Continuation<?> completion) {
      return new Sending(left, channel, completion);
    }

    @Override
    protected Object resume(Object value) {
      while (left > 0) {
        left--;
        if (channel.send(1, this) == SUSPENDED) {
          return SUSPENDED;
        }
      }
      return DONE;
    }
  }
}
